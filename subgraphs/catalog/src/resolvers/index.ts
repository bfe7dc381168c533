import type { Resolvers } from '../generated/resolvers.ts';
import {
  AttributeChoice,
  AttributeDefinition,
  ProductAttribute,
  ProductOption,
  ProductOptionValue,
} from './attributes.ts';
import { Category } from './Category.ts';
import { adjustStock } from './Mutation/adjustStock.ts';
import { archiveProduct } from './Mutation/archiveProduct.ts';
import { attachProductImage } from './Mutation/attachProductImage.ts';
import { categoriesSet } from './Mutation/categoriesSet.ts';
import { commitStock } from './Mutation/commitStock.ts';
import { createCategory } from './Mutation/createCategory.ts';
import { createProductImageUpload } from './Mutation/createProductImageUpload.ts';
import { createStockLocation } from './Mutation/createStockLocation.ts';
import { deleteProductImage } from './Mutation/deleteProductImage.ts';
import { extendReservation } from './Mutation/extendReservation.ts';
import { mergeCategories } from './Mutation/mergeCategories.ts';
import { moveCategory } from './Mutation/moveCategory.ts';
import { productSet } from './Mutation/productSet.ts';
import { productsSet } from './Mutation/productsSet.ts';
import { releaseStock } from './Mutation/releaseStock.ts';
import { renameCategory } from './Mutation/renameCategory.ts';
import { reorderProductImages } from './Mutation/reorderProductImages.ts';
import { reserveStock } from './Mutation/reserveStock.ts';
import { restockLines } from './Mutation/restockLines.ts';
import { setCategoryAttributes } from './Mutation/setCategoryAttributes.ts';
import { setStock } from './Mutation/setStock.ts';
import { updateProductImage } from './Mutation/updateProductImage.ts';
import { Product, ProductPriceRange } from './Product.ts';
import { ProductImage } from './ProductImage.ts';
import { ProductVariant } from './ProductVariant.ts';
import { categories } from './Query/categories.ts';
import { category } from './Query/category.ts';
import { categoryBySlug } from './Query/categoryBySlug.ts';
import { listedProducts } from './Query/listedProducts.ts';
import { product } from './Query/product.ts';
import { productByExternalId } from './Query/productByExternalId.ts';
import { quoteVariants } from './Query/quoteVariants.ts';
import { reservationByReference } from './Query/reservationByReference.ts';
import { searchCategories } from './Query/searchCategories.ts';
import { searchDocumentPage } from './Query/searchDocumentPage.ts';
import { searchDocuments } from './Query/searchDocuments.ts';
import { shopProducts } from './Query/shopProducts.ts';
import { Shop } from './Shop.ts';
import { StockLevel, StockReservation } from './stock.ts';

/** Every resolver of the context, by type. */
export const resolvers: Omit<Resolvers, 'Image' | 'Money' | 'Node' | 'UserError'> = {
  Query: {
    categories,
    category,
    categoryBySlug,
    listedProducts,
    product,
    productByExternalId,
    quoteVariants,
    reservationByReference,
    searchCategories,
    searchDocumentPage,
    searchDocuments,
    shopProducts,
  },
  Mutation: {
    adjustStock,
    archiveProduct,
    attachProductImage,
    categoriesSet,
    commitStock,
    createCategory,
    createProductImageUpload,
    createStockLocation,
    deleteProductImage,
    extendReservation,
    mergeCategories,
    moveCategory,
    productSet,
    productsSet,
    releaseStock,
    renameCategory,
    reorderProductImages,
    reserveStock,
    restockLines,
    setCategoryAttributes,
    setStock,
    updateProductImage,
  },
  AttributeChoice,
  AttributeDefinition,
  Category,
  Product,
  ProductAttribute,
  ProductImage,
  ProductOption,
  ProductOptionValue,
  ProductPriceRange,
  ProductVariant,
  Shop,
  StockLevel,
  StockReservation,
};
